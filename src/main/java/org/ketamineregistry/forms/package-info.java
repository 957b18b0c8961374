/**
 * The guide's forms, for clinics without a health record system: what a form was answered with, as
 * the transaction that its definitions make of it, after SDC's definition-based extraction, with
 * the provenance that attests where it comes from. Nothing is written here; whoever filled in the
 * form sends the transaction by the line.
 */
@ApplicationModule(allowedDependencies = {"refusal", "profiles", "ingest", "validate", "adapter"})
@NullMarked
package org.ketamineregistry.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
