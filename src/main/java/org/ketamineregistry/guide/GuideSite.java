package org.ketamineregistry.guide;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ketamineregistry.guide.GuideConfig.Entry;
import org.ketamineregistry.guide.Page.Crumb;

/**
 * Renders the whole guide as a static site: from {@code implementation-guide/} (pages, their order,
 * invalid examples) and {@code profiles/package} (definitions, examples) of a checkout.
 */
public final class GuideSite {
  private static final List<String> ASSETS =
      List.of("guide.css", "guide.js", "theme.js", "mark.svg");

  private final GuideSource source;
  private final Catalogue catalogue;
  private final Frame frame;
  private final SearchIndex index = new SearchIndex();
  private final Site site;

  private GuideSite(GuideSource source, Site site) throws IOException {
    this.source = source;
    this.site = site;
    catalogue = new Catalogue(source);
    frame = new Frame(catalogue);
  }

  /**
   * What was rendered.
   *
   * @param files how many
   */
  public record Rendered(int files, Duration time) {}

  /**
   * Renders a checkout.
   *
   * @param repository its folder
   * @param target a folder that is empty or has an earlier site, which is replaced
   * @throws IOException where something cannot be read or written, or the target has other files
   * @throws IllegalStateException where the sources cannot be rendered; the message says why
   */
  public static Rendered render(Path repository, Path target) throws IOException {
    Instant start = Instant.now();
    Site site = Site.in(target);
    var guide = new GuideSite(GuideSource.read(repository), site);
    guide.write();
    return new Rendered(site.size(), Duration.between(start, Instant.now()));
  }

  private void write() throws IOException {
    site.begin();
    pages();
    artefacts();
    indexes();
    assets();
    site.write("assets/search-index.js", index.script());
    site.complete();
  }

  private void pages() throws IOException {
    List<String> listed = new ArrayList<>();
    pages(source.config().pages(), List.of(), listed);
    for (String name : source.pages().keySet()) {
      boolean belongsToAnArtefact = name.matches("[A-Z]\\w+-.+-(intro|notes)");
      if (!listed.contains(name) && !belongsToAnArtefact) {
        throw new IllegalStateException(
            "The page " + name + ".md is not among the pages of sushi-config.yaml");
      }
    }
  }

  private void pages(List<Entry> entries, List<Crumb> trail, List<String> listed)
      throws IOException {
    for (Entry entry : entries) {
      String file = String.valueOf(entry.target());
      String name = file.replaceFirst("\\.html$", "");
      String text = source.pages().get(name);
      if (text == null) {
        throw new IllegalStateException(
            "sushi-config.yaml has a page " + name + ".md that is missing");
      }
      listed.add(name);
      List<Crumb> above = file.equals("index.html") ? List.of() : trail;
      List<Crumb> home = new ArrayList<>(above);
      if (!file.equals("index.html") && above.isEmpty()) {
        home.add(new Crumb("index.html", "Home"));
      }
      page(entry, file, text, home);
      List<Crumb> below = new ArrayList<>(home);
      below.add(new Crumb(file, entry.title()));
      pages(entry.below(), below, listed);
    }
  }

  private void page(Entry entry, String file, String text, List<Crumb> trail) throws IOException {
    try {
      Html body = catalogue.markdown().page(text);
      String title = file.equals("index.html") ? source.config().title() : entry.title();
      put(new Page(file, title, "Page", trail, body, catalogue.markdown().plain(text)), true);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private void artefacts() throws IOException {
    var pages = new ArtefactPages(catalogue);
    for (Artefact artefact : source.artefacts()) {
      put(pages.page(artefact), false);
      site.write(artefact.name() + ".json", artefact.json());
      site.write(artefact.name() + ".xml", ArtefactPages.xml(artefact));
    }
    site.write("invalid/expected.json", source.expected());
    for (InvalidExample example : source.invalid()) {
      site.write("invalid/" + example.path(), example.json());
    }
  }

  private void indexes() throws IOException {
    var indexes = new IndexPages(catalogue);
    for (Map.Entry<String, byte[]> download : new Downloads(source).all().entrySet()) {
      site.write(download.getKey(), download.getValue());
    }
    put(indexes.artefacts(), false);
    put(indexes.contents(), false);
  }

  private void assets() throws IOException {
    for (String asset : ASSETS) {
      site.write("assets/" + asset, asset(asset));
    }
    for (Icon icon : Icon.values()) {
      site.write(icon.file(), asset(icon.file().replaceFirst("^assets/", "")));
    }
    for (Map.Entry<String, Path> image : source.images().entrySet()) {
      site.write(image.getKey(), Files.readAllBytes(image.getValue()));
    }
  }

  private static byte[] asset(String name) throws IOException {
    try (InputStream in = GuideSite.class.getResourceAsStream("/guide-assets/" + name)) {
      return Optional.ofNullable(in)
          .orElseThrow(() -> new IOException("The site has no asset " + name))
          .readAllBytes();
    }
  }

  private void put(Page page, boolean prose) throws IOException {
    site.write(page.file(), frame.around(page));
    index.add(page, prose);
  }
}
