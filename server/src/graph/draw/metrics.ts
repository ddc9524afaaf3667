/** Sizes of the look, in pixels at zoom 1. Everything sits on 8, inside nodes on 4. */
export const nodeWidth = 224;
export const nodeHeight = 48;
/** Between two rows of a list. */
export const rankGap = 40;
/** Between a switch and its cases: a bus, then the pills, then room for the arrow. */
export const caseGap = 80;
export const busDrop = 24;
export const pillDrop = 48;
/** Each further pill on the same wire. */
export const pillStep = 28;
export const pillHeight = 20;
export const startPillHeight = 32;
export const columnGap = 32;
export const branchGap = 24;
export const padding = 16;
export const headerHeight = 40;
/** The first side channel stands this far outside the widest thing passed. */
export const channelGap = 24;
/** Half the width a wire keeps free of nodes beside it. */
export const laneReach = 12;
/** A jump longer than this names its target, so that nobody has to follow it. */
export const longJump = 480;
export const margin = 40;
/** Between the body of a try and its catch panel: the bracket and one arrow. */
export const catchGap = 72;
export const retryRow = 32;
export const endRadius = 9;
export const startRadius = 7;
/** How far above a task in the middle of a list the dot reaches that says that control may begin there. */
export const startRise = 34;
export const brokenRadius = 8;
