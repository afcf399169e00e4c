import type {TrainerRequest} from "./protocol.js";
import {trainer} from "./trainer.js";

const take = trainer((message, transfer = []) => postMessage(message, {transfer}));

addEventListener("message", ({data}: MessageEvent<TrainerRequest>) => take(data));
