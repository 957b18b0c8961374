package org.ketamineregistry.server;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;

/** A hook of a subscriber, which answers as it is told and keeps what it was told. */
public final class FakeHook implements AutoCloseable {
  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger away = new AtomicInteger();
  private volatile int status = 200;

  /**
   * A call, with the header that was wished for.
   *
   * @param answered by which status
   */
  public record Call(String authorization, Bundle notification, int answered) {
    Parameters told() {
      return (Parameters) notification.getEntryFirstRep().getResource();
    }

    public String type() {
      return said("type");
    }

    long count() {
      return Long.parseLong(said("events-since-subscription-start"));
    }

    private String said(String name) {
      return told().getParameter(name).getValue().primitiveValue();
    }

    /** The events, each {@code number Type/id}, or its number alone. */
    public List<String> events() {
      return FakeHook.events(told());
    }
  }

  public FakeHook() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/hook",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          int answer = away.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : status;
          calls.add(
              new Call(
                  String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                  FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, body),
                  answer));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void answers(int other) {
    status = other;
  }

  /** The next so many calls are answered by 503. */
  public void isAwayFor(int calls) {
    away.set(calls);
  }

  public List<Call> calls() {
    return calls;
  }

  Call last() {
    return calls.get(calls.size() - 1);
  }

  static List<String> events(Parameters told) {
    return told.getParameter().stream()
        .filter(parameter -> parameter.getName().equals("notification-event"))
        .map(FakeHook::event)
        .toList();
  }

  private static String event(ParametersParameterComponent parameter) {
    String number = "";
    String focus = "";
    for (ParametersParameterComponent part : parameter.getPart()) {
      if (part.getName().equals("event-number")) {
        number = part.getValue().primitiveValue();
      } else if (part.getValue() instanceof Reference reference) {
        focus = " " + reference.getReference();
      }
    }
    return number + focus;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
