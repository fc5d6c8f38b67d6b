package org.switchroom.campaign.control;

/** Campaigns or what they work with are different now; pages that show them read anew. */
public record CampaignsChanged() {}
