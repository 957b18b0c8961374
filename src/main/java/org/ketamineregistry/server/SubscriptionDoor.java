package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ketamineregistry.audit.Act;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door for subscriptions: {@code POST Subscription}, {@code PUT Subscription/[id]}, and {@code
 * $status} and {@code $events} of one, and {@code $status} of all. What is written is up to {@link
 * SubscriptionWrites}, what is asked to {@link SubscriptionQuestions}.
 */
@Order(0)
final class SubscriptionDoor extends OncePerRequestFilter {
  private static final String TYPE =
      Pattern.quote(WriteDoor.BASE + "/" + SubscriptionProvider.TYPE);
  private static final String ID = "/([A-Za-z0-9\\-.]{1,64})";
  private static final Pattern WRITTEN = Pattern.compile(TYPE + "(?:" + ID + ")?");
  private static final Pattern ASKED = Pattern.compile(TYPE + ID + "/(\\$status|\\$events)");
  private static final Pattern ASKED_OF_ALL = Pattern.compile(TYPE + "/\\$status");

  private final SubscriptionWrites writes;
  private final SubscriptionQuestions questions;
  private final FhirAnswers answers;
  private final Clock clock;

  SubscriptionDoor(
      SubscriptionWrites writes,
      SubscriptionQuestions questions,
      FhirAnswers answers,
      Clock clock) {
    this.writes = writes;
    this.questions = questions;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !isWritten(request.getMethod(), path)
        && !ASKED.matcher(path).matches()
        && !ASKED_OF_ALL.matcher(path).matches();
  }

  private static boolean isWritten(String method, String path) {
    Matcher address = WRITTEN.matcher(path);
    return address.matches()
        && (method.equals("PUT") || (method.equals("POST") && address.group(1) == null));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(
        exchange,
        () -> {
          exchange.negotiate();
          Matcher asked = ASKED.matcher(request.getRequestURI());
          Matcher written = WRITTEN.matcher(request.getRequestURI());
          if (asked.matches()) {
            questions.answer(exchange, asked.group(1), asked.group(2), act(request));
          } else if (ASKED_OF_ALL.matcher(request.getRequestURI()).matches()) {
            questions.status(exchange, act(request));
          } else if (request.getMethod().equals("POST")) {
            writes.add(exchange, act(request));
          } else {
            writes.change(exchange, written.matches() ? written.group(1) : null, act(request));
          }
        });
  }

  private Act act(HttpServletRequest request) {
    return new Act(
        Callers.of(request),
        RequestIdFilter.of(request),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
