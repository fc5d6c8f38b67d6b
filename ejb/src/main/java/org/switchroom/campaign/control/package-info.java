/** What is worked out about campaigns: rules over several settings, differences, merging, and what is stored how. */
package org.switchroom.campaign.control;
