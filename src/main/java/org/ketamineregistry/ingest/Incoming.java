package org.ketamineregistry.ingest;

import java.time.Instant;
import org.ketamineregistry.access.Caller;

/**
 * What came in, before anybody looked at it.
 *
 * @param door the way it came in by
 * @param format the format that the sender declares
 * @param body the bytes as sent, already within the limit of size
 * @param receivedAt when the last byte was read
 * @param requestId the id of the request, which the response bears too
 * @param caller who sends it
 */
@SuppressWarnings("ArrayRecordComponent") // The body is large and never compared.
public record Incoming(
    Door door, Format format, byte[] body, Instant receivedAt, String requestId, Caller caller) {}
