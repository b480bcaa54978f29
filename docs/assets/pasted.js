// What a link brings along that is pasted out of a sentence: spaces, stops, and brackets or quotation marks that close, Latin and Chinese ones.
export const BEHIND = /[\s\p{Po}\p{Pe}\p{Pf}\p{Cf}>]+$/u; // “/” is one of these marks
