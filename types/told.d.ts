// What the build puts before the worker: macros/website/offline.py.
declare const told: {
  keeps: boolean; release: string; kept: Record<string, string>; places: string[]; always: string[]; search: Record<string, string[]>;
};
