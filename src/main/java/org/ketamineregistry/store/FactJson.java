package org.ketamineregistry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.ketamineregistry.practice.Fact;

/** Facts as they are kept in the database. */
final class FactJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

  private FactJson() {}

  static Fact read(String text) {
    try {
      return JSON.readValue(text, Fact.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored fact is not readable", e);
    }
  }

  static String write(Fact fact) {
    try {
      return JSON.writerFor(Fact.class).writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A fact cannot be written", e);
    }
  }
}
