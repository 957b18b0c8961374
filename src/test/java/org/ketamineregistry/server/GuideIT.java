package org.ketamineregistry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.guide.RenderedGuide;

/** The registry serves the guide's site, and nothing else, at {@code /guide}. */
@RegistryTest
class GuideIT {
  private static final Path SITE = RenderedGuide.folder();

  private final RegistryUnderTest registry;

  GuideIT(RegistryUnderTest registry) {
    this.registry = registry;
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, text/html;charset=UTF-8",
    "StructureDefinition-ketamine-patient.html, text/html;charset=UTF-8",
    "StructureDefinition-ketamine-patient.json, application/fhir+json;charset=UTF-8",
    "StructureDefinition-ketamine-patient.xml, application/fhir+xml;charset=UTF-8",
    "assets/guide.css, text/css;charset=UTF-8",
    "assets/guide.js, text/javascript;charset=UTF-8",
    "assets/icons/element.svg, image/svg+xml",
    "package.tgz, application/gzip",
    "examples.zip, application/zip"
  })
  void servesEachFileByItsType(String name, String mediaType) throws IOException {
    HttpAnswer answer = get("/guide/" + name);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue(mediaType);
    assertThat(answer.response().body()).isEqualTo(Files.readAllBytes(SITE.resolve(name)));
    assertThat(answer.header("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("unsafe-inline"));
    assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void leadsToItsFirstPage() throws IOException {
    HttpAnswer answer = get("/guide");
    assertThat(answer.status()).isEqualTo(301);
    // Relative, so that a proxy may have the registry under another path.
    assertThat(answer.header("Location")).hasValue("guide/");
    assertThat(get("/guide/").response().body())
        .isEqualTo(Files.readAllBytes(SITE.resolve("index.html")));
  }

  @Test
  void sendsWhatTheBrowserHasNoSecondTime() {
    String tag = get("/guide/index.html").header("ETag").orElseThrow();
    HttpAnswer again = get("/guide/index.html", "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.response().body()).isEmpty();
    assertThat(get("/guide/index.html", "If-None-Match", "\"another\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/guide/no-such-page.html",
        "/guide/files.list",
        "/guide/../application.yml",
        "/guide/%2e%2e/application.yml",
        "/guide/..%2fapplication.yml",
        "/guide/..%5capplication.yml",
        "/guide/assets/..;/..;/application.yml",
        "/guide/assets//../../application.yml",
        "/guide/%00"
      })
  void hasNothingButTheSite(String path) {
    RawHttp.Answer answer = RawHttp.exchange(registry.port(), "GET", path, new byte[0]);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.text()).doesNotContain("spring:", "jdbc", "\tat ");
  }

  @Test
  void saysThatItHasNoSuchPage() {
    HttpAnswer answer = get("/guide/no-such-page.html");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(answer.text()).contains("no such page").contains("href=\"./\"");
    assertThat(get("/guide/a/b.html").text()).contains("href=\".././\"");
  }

  @Test
  void isForReading() {
    assertThat(send("HEAD", "/guide/index.html").status()).isEqualTo(200);
    assertThat(send("POST", "/guide/index.html").status()).isEqualTo(405);
    assertThat(send("PUT", "/guide/index.html").status()).isEqualTo(405);
    assertThat(send("DELETE", "/guide/index.html").status()).isEqualTo(405);
  }

  private HttpAnswer get(String path, String... headers) {
    return send("GET", path, headers);
  }

  private HttpAnswer send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(registry.root() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return registry.send(request.build());
  }
}
