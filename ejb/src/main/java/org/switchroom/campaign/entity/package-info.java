/** Campaigns and their parts as they are stored, and the settings that they have: each knows which values it can take. */
package org.switchroom.campaign.entity;
