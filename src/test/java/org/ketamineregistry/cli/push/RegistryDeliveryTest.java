package org.ketamineregistry.cli.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketamineregistry.adapter.Delivery;
import org.ketamineregistry.adapter.Delivery.Outcome;
import org.ketamineregistry.adapter.Fault;
import org.ketamineregistry.cli.push.FakeRegistry.Answer;

/** What a registry answers, as adapters understand it. */
class RegistryDeliveryTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeRegistry registry = new FakeRegistry();

  RegistryDeliveryTest() throws Exception {}

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void whatIsNewIsAccepted() throws Exception {
    registry.answerNext(answer("receipt"));
    assertThat(send().outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(registry.received()).hasSize(1);
  }

  @Test
  void whatTheRegistryHasAlreadyIsUnchanged() throws Exception {
    registry.answerNext(answer("repeated"));
    assertThat(send().outcome()).isEqualTo(Outcome.UNCHANGED);
    registry.answerNext(answer("unchanged"));
    assertThat(send().outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(registry.received()).hasSize(2);
  }

  @Test
  void whatWasChangedSinceIsBroughtBackByASubmissionOfItsOwn() throws Exception {
    registry.answerNext(answer("repeated", "superseded"));
    registry.answerNext(answer("receipt"));
    assertThat(send().outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(registry.received())
        .extracting(received -> JSON.readTree(received.body()).at("/identifier/value").asText())
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void whatWasBroughtBackBeforeIsUnchanged() throws Exception {
    registry.answerNext(answer("repeated", "superseded"));
    registry.answerNext(answer("unchanged"));
    assertThat(send().outcome()).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void aRefusalIsToldWithItsPlaces() throws Exception {
    registry.answerNext(
        new Answer(
            422,
            """
            {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "value",
             "details": {"coding": [{"code": "value-invalid"}], "text": "Not so."},
             "expression": ["Bundle.entry[0].resource.gender"]}]}
            """,
            null));
    Delivery.Answer answer = send();
    assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answer.faults())
        .containsExactly(new Fault("value-invalid", "Bundle.entry[0].resource.gender", "Not so."));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 403, 404, 405, 503})
  void whatWouldBeTheSameForAllEndsTheRun(int status) {
    registry.answerAll(request -> Answer.status(status));
    assertThatThrownBy(this::send)
        .isInstanceOf(Delivery.Unreachable.class)
        .hasMessageContaining(String.valueOf(status));
  }

  @Test
  void whatIsNoRegistryIsNotTakenForOne() {
    registry.answerAll(request -> new Answer(200, "<html>", null));
    assertThatThrownBy(this::send)
        .isInstanceOf(Delivery.Unreachable.class)
        .hasMessageContaining("no registry");
  }

  private Delivery.Answer send() throws Exception {
    ObjectNode bundle = JSON.createObjectNode();
    bundle.put("resourceType", "Bundle").put("type", "transaction");
    bundle.putObject("identifier").put("system", "s").put("value", "v");
    bundle
        .putArray("entry")
        .addObject()
        .putObject("request")
        .put("method", "PUT")
        .put("url", "Patient?identifier=s|1");
    return new DeliveryOptions(1).to(registry.base()).send(bundle);
  }

  private static Answer answer(String... notices) {
    String issues =
        Stream.of(notices)
            .map(notice -> "{\"details\": {\"coding\": [{\"code\": \"" + notice + "\"}]}}")
            .collect(Collectors.joining(", "));
    return new Answer(
        200, "{\"entry\": [{\"response\": {\"outcome\": {\"issue\": [" + issues + "]}}}]}", null);
  }
}
