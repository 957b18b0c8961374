/**
 * A registry's own answers to questions about its indicators: over a published cut and protected
 * for others (R10, R14, R20), over what is on record now and exact for its own steward. What is
 * counted leaves this room as a MeasureReport; {@link org.ketamineregistry.answer.ExactAnswers}
 * alone looks at exact figures.
 */
@ApplicationModule(
    allowedDependencies = {
      "privacy",
      "network",
      "store",
      "practice",
      "profiles",
      "keys",
      "refusal"
    })
@NullMarked
package org.ketamineregistry.answer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
