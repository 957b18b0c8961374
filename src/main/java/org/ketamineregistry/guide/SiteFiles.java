package org.ketamineregistry.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the site that was built into the application. A name is looked up in the list of the
 * site's files, never on a disk, so that no name can lead out of the site.
 */
public final class SiteFiles {
  private static final String FOLDER = "/guide/";
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "json", "application/fhir+json;charset=UTF-8",
          "xml", "application/fhir+xml;charset=UTF-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "jpg", "image/jpeg",
          "tgz", "application/gzip",
          "zip", "application/zip");

  private final Map<String, String> digests;

  private SiteFiles(Map<String, String> digests) {
    this.digests = digests;
  }

  /**
   * A file.
   *
   * @param name within the site
   * @param digest of its content
   */
  public record SiteFile(String name, String digest) {

    /** The media type, by the ending of the name. */
    public String mediaType() {
      String ending = name.substring(name.lastIndexOf('.') + 1);
      return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }

    /** The content. */
    public byte[] content() throws IOException {
      try (InputStream in = SiteFiles.class.getResourceAsStream(FOLDER + name)) {
        if (in == null) {
          throw new IOException("A file of the guide's site is listed and missing: " + name);
        }
        return in.readAllBytes();
      }
    }
  }

  /** The site on the class path; empty where the application was built without it. */
  public static Optional<SiteFiles> built() {
    try (InputStream list = SiteFiles.class.getResourceAsStream(FOLDER + Site.LIST)) {
      if (list == null) {
        return Optional.empty();
      }
      Map<String, String> digests = new HashMap<>();
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(" ", 2))
          .forEach(parts -> digests.put(parts[1], parts[0]));
      return Optional.of(new SiteFiles(digests));
    } catch (IOException e) {
      throw new UncheckedIOException("The list of the guide's files is not readable", e);
    }
  }

  /** A file of the site by its name. */
  public Optional<SiteFile> file(String name) {
    return Optional.ofNullable(digests.get(name)).map(digest -> new SiteFile(name, digest));
  }
}
