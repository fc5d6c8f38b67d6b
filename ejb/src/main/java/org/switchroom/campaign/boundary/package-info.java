/** Where pages and programs read and change campaigns and their parts. */
package org.switchroom.campaign.boundary;
