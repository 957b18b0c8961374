package org.ketamineregistry.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.ketamineregistry.access.Access;
import org.ketamineregistry.access.Operation;
import org.ketamineregistry.forms.Extracted;
import org.ketamineregistry.forms.Extraction;
import org.ketamineregistry.ingest.Door;
import org.ketamineregistry.ingest.Incoming;
import org.ketamineregistry.ingest.Ingest;
import org.ketamineregistry.refusal.ErrorCode;
import org.ketamineregistry.refusal.Refused;
import org.ketamineregistry.submission.SubmissionLine;
import org.ketamineregistry.validate.Verdict;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code QuestionnaireResponse/$extract} of Structured Data Capture: a response to one of the
 * guide's forms is answered by the transaction that it becomes, which the registry would accept at
 * this moment. Nothing is written: whoever filled in the form sends the transaction to the base.
 */
@Component
@Order(0)
final class FormDoor extends OncePerRequestFilter {
  private static final String RESPONSE = "QuestionnaireResponse";
  private static final Set<String> ADDRESSES =
      Set.of(
          WriteDoor.BASE + "/" + RESPONSE + "/$extract",
          WriteDoor.BASE + "/" + RESPONSE + "/%24extract");

  /** The longest form of the guide with an answer to everything has 40 kB. */
  private static final int LONGEST = 1024 * 1024;

  private final Access access;
  private final Extraction extraction;
  private final Ingest ingest;
  private final SubmissionLine line;
  private final FormsOnFile onFile;
  private final FhirAnswers answers;
  private final BodyReader bodies;
  private final Turnstile turnstile;
  private final Clock clock;

  FormDoor(
      Access access,
      Extraction extraction,
      Ingest ingest,
      SubmissionLine line,
      FormsOnFile onFile,
      FhirAnswers answers,
      DoorSettings settings,
      Clock clock) {
    this.access = access;
    this.extraction = extraction;
    this.ingest = ingest;
    this.line = line;
    this.onFile = onFile;
    this.answers = answers;
    this.clock = clock;
    bodies = new BodyReader(settings);
    turnstile = new Turnstile(settings);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !ADDRESSES.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var exchange = new Exchange(request, response);
    answers.answering(exchange, () -> answer(exchange, chain));
  }

  private void answer(Exchange exchange, FilterChain chain) throws IOException, ServletException {
    exchange.negotiate();
    HttpServletRequest request = exchange.request();
    access.require(Callers.of(request), Operation.EXTRACT, RESPONSE);
    if (!request.getMethod().equals("POST")) {
      throw Refused.because(
          ErrorCode.METHOD_NOT_ALLOWED, "A response is extracted by POST, with it as the body.");
    }
    byte[] body = bodies.read(request);
    if (body.length > LONGEST) {
      throw Refused.because(
          ErrorCode.TOO_LARGE, "A response to a form has at most 1 MiB, and this one has more.");
    }
    var incoming =
        new Incoming(
            Door.verdict(RESPONSE, null),
            WriteAddress.formatOf(request),
            body,
            clock.instant(),
            RequestIdFilter.of(request),
            Callers.of(request));
    Extracted extracted = turnstile.pass(() -> extraction.of(incoming));
    Extracted whole = onFile.completed(extracted, exchange, chain);
    answers.written(exchange, turnstile.pass(() -> acceptable(whole)).body());
  }

  /** What the response becomes, held to what the line would say of it now. */
  private Incoming acceptable(Extracted extracted) {
    Verdict verdict = line.rehearse(ingest.receive(extracted.transaction()));
    if (!verdict.isValid()) {
      throw new Refused(extracted.traced(verdict.problems()));
    }
    return extracted.transaction();
  }
}
