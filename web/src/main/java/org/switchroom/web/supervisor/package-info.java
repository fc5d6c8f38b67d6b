/** Pages of supervisors and administrators: the central queue and the live channels. */
package org.switchroom.web.supervisor;
