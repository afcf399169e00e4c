import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";

const rows = ["numerics", "random", "model", "experiments", "evidence", "figures", "markup"];

const above = (row) => rows.slice(rows.indexOf(row) + 1);

/** A file imports from its own row or from rows below it: see the layers in the README. */
const layers = rows.map((row) => ({
  files: [`lib/${row}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: [...above(row).map((name) => `../${name}/*`), ...above(row).map((name) => `../../${name}/*`)],
            message: `lib/${row} imports from its own row or from rows below it.`
          },
          {
            group: ["node:*", "zx", "**/node/*", "**/data/*.js", "**/components/*"],
            message: "lib knows no Node; only lib/node does."
          },
          ...(row === "figures" || row === "markup"
            ? []
            : [{group: ["d3", "d3-*", "linkedom"], message: "d3 and documents belong to lib/figures."}])
        ].filter(({group}) => group.length > 0)
      }
    ]
  }
}));

const approximated = "abs sqrt floor ceil trunc round min max sign imul clz32 fround".split(" ");

export default tseslint.config(
  {
    ignores: [
      "lib/model/kernel/",
      "node_modules/",
      "dist/",
      ".cache/",
      "src/lib",
      "src/.observablehq/",
      "test/fixtures/"
    ]
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {languageOptions: {globals: {...globals.node, ...globals.browser}}},
  {
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: ["error", "always", {null: "ignore"}],
      "prefer-const": "error"
    }
  },
  ...layers,
  {
    files: ["lib/{numerics,random,model,experiments,evidence}/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: `MemberExpression[object.name='Math']:not([property.name=/^(${approximated.join("|")})$/])`,
          message: "Only correctly rounded operations may decide a stored number: use lib/numerics."
        },
        {
          selector: "BinaryExpression[operator='**']:not([left.raw=/n$/])",
          message: "`**` on numbers is implementation-approximated; on bigint literals it is exact."
        },
        {selector: "AssignmentExpression[operator='**=']", message: "`**=` is implementation-approximated."},
        {selector: "Identifier[name='Date']", message: "Nothing that is stored depends on the clock."}
      ],
      "no-restricted-globals": ["error", "document", "window", "process", "performance", "navigator", "Buffer"]
    }
  }
);
