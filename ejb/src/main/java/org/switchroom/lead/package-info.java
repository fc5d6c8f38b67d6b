/**
 * Lists of leads, the leads themselves with their history, the load of files, search, the numbers that nobody may call, and callbacks.
 *
 * <p>Does not belong here: campaigns (a list names one by its id and knows no more), whether a lead may be called now, and calls. What a
 * person may see comes in as a {@link org.switchroom.common.Scope}. The load of files is {@code lead.load}: plain Java over a database.
 */
package org.switchroom.lead;
