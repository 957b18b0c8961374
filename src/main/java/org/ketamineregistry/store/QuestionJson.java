package org.ketamineregistry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.ketamineregistry.network.NetworkQuestion;

/** A question to the network as text. */
final class QuestionJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private QuestionJson() {}

  static String text(NetworkQuestion question) {
    try {
      return JSON.writeValueAsString(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question can be written", e);
    }
  }

  static NetworkQuestion question(String text) {
    try {
      return JSON.readValue(text, NetworkQuestion.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A question that was kept can be read", e);
    }
  }
}
