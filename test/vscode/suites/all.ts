// In this order: the first suite wants that no document of ours was open yet.
import './recognise.ts';
import './check.ts';
import './help.ts';
import './language.ts';
import './commands.ts';
import './preview.ts';
