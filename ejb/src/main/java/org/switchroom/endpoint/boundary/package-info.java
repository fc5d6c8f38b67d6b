/** Where endpoints and allowed contexts are kept, and the plan that the rest of the house reads without touching the database. */
package org.switchroom.endpoint.boundary;
