package org.ketamineregistry.adapter.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.adapter.Draft;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.adapter.Item;
import org.ketamineregistry.adapter.Site;
import org.ketamineregistry.adapter.Source;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.fhir.NdjsonFiles.Pass;
import org.ketamineregistry.refusal.ErrorCode;

/**
 * The resources of NDJSON files, each a transaction: type after type in the order of dependence,
 * whatever the order of the files.
 */
public final class NdjsonSource implements Source<Line>, Closeable {
  private final NdjsonFiles files;
  private final FhirMapping mapping;
  private final Site site;
  private final Templates templates;
  private final IParser parser;
  private final Iterator<Pass> passes;
  private @Nullable Pass pass;
  private @Nullable LineReader reader;

  public NdjsonSource(
      NdjsonFiles files, FhirMapping mapping, Site site, Templates templates, FhirContext context) {
    this.files = files;
    this.mapping = mapping;
    this.site = site;
    this.templates = templates;
    parser = context.newJsonParser().setParserErrorHandler(new OnlyWhatIsRead());
    passes = files.plan().iterator();
  }

  private record Found(Line line, @Nullable Head head, boolean isTooLong) {}

  @Override
  public @Nullable Item<Line> next() throws IOException {
    Found found = find();
    if (found == null) {
      return null;
    }
    return new Item<>(found.line().item(), found.line(), draft(found));
  }

  @Override
  public void skip() throws IOException {
    Found found = find();
    if (found != null && found.head() != null) {
      files.repeats().isOld(found.head());
    }
  }

  private @Nullable Found find() throws IOException {
    while (true) {
      if (reader == null || pass == null) {
        if (!passes.hasNext()) {
          return null;
        }
        Pass begun = passes.next();
        pass = begun;
        reader = LineReader.open(files.paths().get(begun.file()), begun.file());
      }
      LineReader.Read read = reader.next();
      if (read == null) {
        reader.close();
        reader = null;
        continue;
      }
      ByteBuffer bytes = read.bytes();
      Head head = bytes == null ? null : Head.read(bytes);
      if (files.isOf(pass, head == null ? "" : head.type())) {
        return new Found(read.line(), head, bytes == null);
      }
    }
  }

  private Draft draft(Found found) {
    Head head = found.head();
    if (head == null) {
      return faulty(
          found.isTooLong()
              ? Fault.of(
                  ErrorCode.TOO_LARGE,
                  "line",
                  "It has more than two million bytes, so it is not read.")
              : Fault.of(
                  ErrorCode.MALFORMED_JSON,
                  "line",
                  "It is no FHIR resource in JSON and UTF-8: it may be cut off, have a name twice"
                      + " or be nested deeper than 64 levels. A whole resource stands on one"
                      + " line."));
    }
    if (!mapping.types().contains(head.type()) || files.repeats().isOld(head)) {
      return new Draft(site, templates);
    }
    try {
      IBaseResource read = parser.parseResource(head.text());
      return mapping.draft((Resource) read, site, templates);
    } catch (DataFormatException e) {
      // Its words could repeat a value.
      return faulty(
          Fault.of(
              ErrorCode.INVALID,
              head.type(),
              "It is no resource of FHIR R4: an element has a value of another kind than R4 has it"
                  + " there, or is there several times."));
    }
  }

  private Draft faulty(Fault fault) {
    var draft = new Draft(site, templates);
    draft.fault(fault);
    return draft;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
