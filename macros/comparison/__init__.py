"""Two roles or stages side by side, and the plan of a move: transitions, gaps, help, sheets, and the files the browser reads. Imports `views` and below."""
