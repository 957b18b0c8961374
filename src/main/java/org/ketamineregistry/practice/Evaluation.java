package org.ketamineregistry.practice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a case file.
 *
 * @param findings every finding
 * @param until when time alone may change them, though nothing new arrives; null for never
 */
public record Evaluation(List<Finding> findings, @Nullable Instant until) {}
