package org.ketamineregistry.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.guide.SiteFiles;
import org.ketamineregistry.guide.SiteFiles.SiteFile;

/**
 * Serves the implementation guide's site at {@code /guide}, to everybody: it holds no record. A
 * browser asks again each time whether a file changed, and mostly learns that it did not.
 */
final class GuideServlet extends HttpServlet {
  static final String BASE = "/guide";

  private static final long serialVersionUID = 1L;
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";
  private static final String NOT_BUILT =
      """
      <p>This registry was built without the implementation guide's site. Build it with</p>
      <pre>mvn -Pguide package</pre>
      <p>or render it into a folder, from a checkout of the source, with</p>
      <pre>java -jar target/ketamine-registry.jar guide --to FOLDER</pre>
      """;

  private final transient Supplier<Optional<SiteFiles>> built;
  private transient volatile @Nullable SiteFiles site;

  GuideServlet(Supplier<Optional<SiteFiles>> built) {
    this.built = built;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-cache");
    String path = request.getPathInfo();
    if (path == null) {
      // Relative, so that it holds behind a proxy that has the registry under another path.
      response.setHeader("Location", "guide/");
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      return;
    }
    SiteFiles known = site();
    if (known == null) {
      page(response, "The guide is not here", NOT_BUILT);
      return;
    }
    String name = path.equals("/") ? "index.html" : path.substring(1);
    Optional<SiteFile> file = known.file(name);
    if (file.isPresent()) {
      send(request, response, file.get());
    } else {
      String up = "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
      page(
          response,
          "No such page",
          "<p>The guide has no such page. <a href=\"" + up + "./\">Its first page</a></p>");
    }
  }

  private @Nullable SiteFiles site() {
    SiteFiles known = site;
    if (known == null) {
      known = built.get().orElse(null);
      site = known;
    }
    return known;
  }

  private static void send(HttpServletRequest request, HttpServletResponse response, SiteFile file)
      throws IOException {
    String tag = '"' + file.digest() + '"';
    response.setHeader("ETag", tag);
    String has = request.getHeader("If-None-Match");
    if (has != null && (has.equals("*") || has.contains(tag))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] content = file.content();
    response.setContentType(file.mediaType());
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private static void page(HttpServletResponse response, String title, String text)
      throws IOException {
    String page =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + title
            + "</title></head><body><h1>"
            + title
            + "</h1>"
            + text
            + "</body></html>\n";
    byte[] content = page.getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }
}
