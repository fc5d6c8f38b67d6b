/** Where phones are kept, for administrators and for whom they ring. */
package org.switchroom.phone.boundary;
