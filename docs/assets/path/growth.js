// Drawn by page.js, whose head says what a part is given.

export function draw() {}
