package org.ketamineregistry.privacy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published cut of the data: what answers are computed over, never the moving present. Asking
 * before and after one patient's session or withdrawal shows nothing, since both answers are of the
 * same cut (R16: a withdrawal takes effect in aggregates from the next cut on).
 *
 * @param id the day of the cut where it was made
 * @param moment what is recorded before it is in the cut
 */
public record Cut(LocalDate id, Instant moment) {}
