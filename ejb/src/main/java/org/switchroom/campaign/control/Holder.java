package org.switchroom.campaign.control;

import java.io.Serializable;

/**
 * What names something, so that it can't be removed.
 *
 * @param subject the audit's word for its kind, for example {@code campaign} or {@code hot_key}
 */
public record Holder(String subject, String key) implements Serializable {}
