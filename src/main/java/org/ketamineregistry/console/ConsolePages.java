package org.ketamineregistry.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page at {@code /validate}, and what it loads. A browser that shows it runs the registry's own
 * script and no other, talks to the registry alone, and keeps nothing.
 */
@RestController
final class ConsolePages {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Map<String, MediaType> FILES =
      Map.of(
          "validate.css", utf8("text", "css"),
          "validate.js", utf8("text", "javascript"),
          "icon.svg", utf8("image", "svg+xml"));

  private final Catalogue catalogue;
  private final ExampleTexts examples;

  ConsolePages(Catalogue catalogue, ExampleTexts examples) {
    this.catalogue = catalogue;
    this.examples = examples;
  }

  @GetMapping("/validate")
  ResponseEntity<byte[]> page() throws IOException {
    return file("validate.html", utf8("text", "html"));
  }

  @GetMapping("/console/{name}")
  ResponseEntity<byte[]> file(@PathVariable String name) throws IOException {
    MediaType type = FILES.get(name);
    if (type == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return file(name, type);
  }

  /** The profiles and examples that the page offers. */
  @GetMapping("/console/catalogue")
  ResponseEntity<Catalogue> catalogue() {
    return answer(utf8("application", "json")).body(catalogue);
  }

  /** An example as it stands in the package, or the same in XML. */
  @GetMapping("/console/examples/{name}")
  ResponseEntity<byte[]> example(@PathVariable String name) {
    String text =
        examples.text(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return answer(utf8("text", "plain")).body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> file(String name, MediaType type) throws IOException {
    return answer(type).body(new ClassPathResource("console/" + name).getContentAsByteArray());
  }

  private static ResponseEntity.BodyBuilder answer(MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", POLICY)
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static MediaType utf8(String type, String subtype) {
    return new MediaType(type, subtype, StandardCharsets.UTF_8);
  }
}
