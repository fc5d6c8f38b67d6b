/** Rows as JSON, each property named like its column; the same for an answer and for the stream of changes. */
package org.switchroom.web.api.json;
