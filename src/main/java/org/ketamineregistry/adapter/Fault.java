package org.ketamineregistry.adapter;

import org.ketamineregistry.refusal.ErrorCode;

/**
 * Something that is wrong with an item of a source. It never repeats a value, which could be
 * patient data.
 *
 * @param code a stable code of {@code docs/errors.md}
 * @param origin where it is in the source; of the registry's refusals a FHIRPath expression
 * @param text what to do
 */
public record Fault(String code, String origin, String text) {
  /** A fault that is seen before anything is sent. */
  public static Fault of(ErrorCode code, String origin, String text) {
    return new Fault(code.code(), origin, text);
  }
}
