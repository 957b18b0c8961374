package org.ketamineregistry.projection;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Library;
import org.ketamineregistry.profiles.Definitions;

/**
 * The views of the guide, as its library of flat tables carries them (R7, R19).
 *
 * @param views in the order of the library
 * @param digest of all their files; other views have another
 */
public record FlatViews(List<View> views, String digest) {
  private static final String LIBRARY = "/flat-tables";

  /**
   * Compiles all views.
   *
   * @throws ViewRefused where one uses what is not implemented: the registry then does not start
   */
  public static FlatViews of(Definitions definitions) {
    var compiler = new ViewCompiler(worker(definitions));
    Library library =
        definitions.guide().of(Library.class).stream()
            .filter(one -> one.getUrl().endsWith(LIBRARY))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The guide has no flat tables"));
    List<View> views = new ArrayList<>();
    MessageDigest digest = sha256();
    for (Attachment file : library.getContent()) {
      digest.update(file.getData());
      try {
        views.add(compiler.compile(new ObjectMapper().readTree(file.getData())));
      } catch (IOException e) {
        throw new UncheckedIOException("A view is not readable: " + file.getTitle(), e);
      }
    }
    return new FlatViews(List.copyOf(views), HexFormat.of().formatHex(digest.digest()));
  }

  /** The views that look at a type of resource. */
  public List<View> of(String resourceType) {
    return views.stream().filter(view -> view.resourceType().equals(resourceType)).toList();
  }

  private static HapiWorkerContext worker(Definitions definitions) {
    var guide = new PrePopulatedValidationSupport(definitions.context());
    definitions.guide().resources().forEach(guide::addResource);
    return new HapiWorkerContext(
        definitions.context(),
        new ValidationSupportChain(
            guide, new DefaultProfileValidationSupport(definitions.context())));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
