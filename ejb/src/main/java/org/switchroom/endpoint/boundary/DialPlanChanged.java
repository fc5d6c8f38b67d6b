package org.switchroom.endpoint.boundary;

/** An endpoint or allowed context was added, changed or removed through {@link EndpointDirectory}. */
public record DialPlanChanged() {}
