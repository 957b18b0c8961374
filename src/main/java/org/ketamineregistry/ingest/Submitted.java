package org.ketamineregistry.ingest;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.refusal.Problem;

/**
 * A submission that could be read. Only {@link Ingest} makes one. What ingest found wrong goes on
 * with it, so that a refusal names every problem at once.
 */
public final class Submitted {
  private final Incoming incoming;
  private final Shape shape;
  private final Element root;
  private final @Nullable String bundleIdentifier;
  private final List<SubmittedEntry> entries;
  private final List<Problem> problems;
  private final List<ValidationMessage> parserFindings;
  private final byte[] contentDigest;

  /** What was sent. */
  public enum Shape {
    TRANSACTION,
    BATCH,
    SINGLE
  }

  Submitted(
      Incoming incoming,
      Shape shape,
      Element root,
      @Nullable String bundleIdentifier,
      List<SubmittedEntry> entries,
      List<Problem> problems,
      List<ValidationMessage> parserFindings,
      byte[] contentDigest) {
    this.incoming = incoming;
    this.shape = shape;
    this.root = root;
    this.bundleIdentifier = bundleIdentifier;
    this.entries = List.copyOf(entries);
    this.problems = List.copyOf(problems);
    this.parserFindings = List.copyOf(parserFindings);
    this.contentDigest = contentDigest.clone();
  }

  public Incoming incoming() {
    return incoming;
  }

  public Shape shape() {
    return shape;
  }

  /** The bundle or the single resource, as it was sent. */
  public Element root() {
    return root;
  }

  /** {@code Bundle.identifier} as {@code system|value}. */
  public Optional<String> bundleIdentifier() {
    return Optional.ofNullable(bundleIdentifier);
  }

  public List<SubmittedEntry> entries() {
    return entries;
  }

  /** What ingest found wrong. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * SHA-256 over the content, the same however it is written: JSON or XML, with more or less white
   * space. What a sender's retry may change (the bundle's id, meta and timestamp) is left out.
   */
  public byte[] contentDigest() {
    return contentDigest.clone();
  }

  /** What HL7's parser found wrong with single elements, for the next stage to judge. */
  public List<ValidationMessage> parserFindings() {
    return parserFindings;
  }

  /**
   * Each entry of a batch as a submission of its own: a batch promises nothing about its entries
   * together. Problems of the bundle itself stay with every entry.
   */
  public List<Submitted> split() {
    return entries.stream()
        .map(
            entry ->
                new Submitted(
                    incoming,
                    Shape.SINGLE,
                    root,
                    null,
                    List.of(entry),
                    problems.stream().filter(p -> concerns(p.expression(), entry)).toList(),
                    parserFindings.stream().filter(f -> concerns(f.getLocation(), entry)).toList(),
                    contentDigest))
        .toList();
  }

  private static boolean concerns(@Nullable String expression, SubmittedEntry entry) {
    String own = "Bundle.entry[" + entry.index() + "]";
    return expression == null
        || !expression.startsWith("Bundle.entry[")
        || expression.equals(own)
        || expression.startsWith(own + ".");
  }
}
