// The defects that are written by hand, one file for each area of the guide and in it one list for each profile. Each is
// [rule, what, example, change, location]: `example` names a valid example, `change` is one of without, having and
// adding, and `location` is where the validator reports the defect, without indices.

import { cases as consent } from './consent.mjs';
import { cases as effect } from './effect.mjs';
import { cases as imports } from './imports.mjs';
import { cases as indicators } from './indicators.mjs';
import { cases as monitoring } from './monitoring.mjs';
import { cases as registry } from './registry.mjs';
import { cases as safety } from './safety.mjs';
import { cases as science } from './science.mjs';
import { cases as treatment } from './treatment.mjs';

export const cases = { ...consent, ...effect, ...imports, ...indicators, ...monitoring, ...registry, ...safety, ...science, ...treatment };
