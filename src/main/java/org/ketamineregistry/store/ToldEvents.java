package org.ketamineregistry.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketamineregistry.access.Caller;
import org.ketamineregistry.subscription.NumberedEvent;
import org.ketamineregistry.subscription.PayloadContent;
import org.ketamineregistry.subscription.Subscribed;
import org.ketamineregistry.subscription.Wish;

/** Events as somebody may know them. */
final class ToldEvents {
  private final ToldRecords records;

  ToldEvents(ToldRecords records) {
    this.records = records;
  }

  /**
   * The events, each with its record where that is wished for and the caller may read it now. What
   * was erased nobody reads: its id is told to the subscriber, who had it before.
   */
  List<NumberedEvent> open(List<NumberedEvent> events, Subscribed subscribed, Caller caller) {
    Wish wish = subscribed.wish();
    if (wish.content() == PayloadContent.EMPTY) {
      return events.stream().map(NumberedEvent::withoutFocus).toList();
    }
    List<String> ids =
        events.stream()
            .filter(event -> !event.erased())
            .flatMap(event -> Stream.ofNullable(event.focus()))
            .map(ToldEvents::id)
            .toList();
    Set<String> open = records.among(ids, caller, wish.topic());
    boolean own = subscribed.isOf(caller);
    return events.stream()
        .map(
            event ->
                (event.erased() ? own : isOpen(event.focus(), open)) ? event : event.withoutFocus())
        .toList();
  }

  private static boolean isOpen(@Nullable String focus, Set<String> open) {
    return focus != null && open.contains(id(focus));
  }

  private static String id(String focus) {
    return focus.substring(focus.indexOf('/') + 1);
  }

  /**
   * What the audit says of them: by which subscription, and which records; an erased one is none.
   */
  static List<String> named(UUID subscription, List<NumberedEvent> events) {
    return Stream.concat(
            Stream.of("Subscription/" + subscription),
            events.stream()
                .filter(event -> !event.erased())
                .flatMap(event -> Stream.ofNullable(event.focus())))
        .distinct()
        .toList();
  }
}
