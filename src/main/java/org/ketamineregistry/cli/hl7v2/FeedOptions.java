package org.ketamineregistry.cli.hl7v2;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.ketamineregistry.adapter.Mistaken;
import org.ketamineregistry.adapter.Templates;
import org.ketamineregistry.adapter.hl7v2.Feed;
import org.ketamineregistry.adapter.hl7v2.FeedFile;
import org.ketamineregistry.adapter.hl7v2.Reception;
import org.ketamineregistry.cli.adapt.GuideTemplates;
import org.ketamineregistry.cli.adapt.PseudonymKey;
import org.ketamineregistry.cli.push.DeliveryOptions;
import org.ketamineregistry.cli.registry.Unusable;
import org.ketamineregistry.cli.text.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What both ways of bringing messages need: how they are read, and where they go. */
final class FeedOptions {
  /** A sender waits for its acknowledgement meanwhile. */
  private static final int USUAL_ATTEMPTS = 4;

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "How the clinic's messages are read, in YAML.")
  private Path config = Path.of("");

  @Option(
      names = "--key-file",
      required = true,
      paramLabel = "FILE",
      description = "The clinic's key of pseudonyms, which 'adapt key' made.")
  private Path keyFile = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      description = "The FHIR base of the registry, such as https://registry.example/fhir.")
  private String url = "";

  @Mixin private DeliveryOptions delivery = new DeliveryOptions(USUAL_ATTEMPTS);

  /**
   * What handles the messages.
   *
   * @param live whether each is sent to the registry as it happens
   * @throws Mistaken where the configuration has mistakes, or moves the dates of what is sent as it
   *     happens
   * @throws Unusable where the key, the address or the proof of who sends is not there
   */
  Reception reception(Terminal terminal, boolean live)
      throws Mistaken, Unusable, IOException, InterruptedException {
    delivery.check(terminal);
    Templates templates = GuideTemplates.load();
    Feed feed = FeedFile.read(config, templates);
    if (live && feed.dates().moves()) {
      throw new Mistaken(
          List.of(
              "dates.policy: a listener sends each message as it happens, so the time at which the"
                  + " registry receives it would tell the true date. Listen with dates that are"
                  + " exact, or bring files of the past by 'adapt-hl7 send'."));
    }
    return new Reception(
        feed, PseudonymKey.read(keyFile), templates, delivery.to(url), Clock.systemUTC());
  }
}
