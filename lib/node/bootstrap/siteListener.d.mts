import type {RequestListener} from "node:http";

export function siteListener(dist: string, base?: string): RequestListener;
