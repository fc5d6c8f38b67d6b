package org.switchroom.ami.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiServer;

/** Opens the socket to a server, and the TLS in it, and names what is wrong if it can't. */
final class SocketOpener {

    /** The socket to talk through, and the one underneath it whose close never blocks. The same without TLS. */
    record Opened(Socket socket, Socket raw) {}

    private final AmiServer server;
    private final AmiSessionSettings settings;

    SocketOpener(AmiServer server, AmiSessionSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    Opened open() {
        Socket raw = connect(resolve());
        return server.transport() == AmiServer.Transport.TLS ? new Opened(secure(raw), raw) : new Opened(raw, raw);
    }

    private InetAddress resolve() {
        try {
            return InetAddress.getByName(server.host());
        } catch (UnknownHostException e) {
            throw problem(AmiProblem.UNKNOWN_HOST, "host name has no address", e);
        }
    }

    private Socket connect(InetAddress address) {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(new InetSocketAddress(address, server.port()), millis());
            return socket;
        } catch (SocketTimeoutException e) {
            closeQuietly(socket);
            throw problem(AmiProblem.TIMEOUT, "no connection within " + millis() + " ms", e);
        } catch (IOException e) {
            closeQuietly(socket);
            throw problem(AmiProblem.REFUSED, e.getMessage(), e);
        }
    }

    private Socket secure(Socket raw) {
        try {
            SSLContext context = settings.tls().context() == null
                    ? SSLContext.getDefault()
                    : settings.tls().context();
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(raw, server.host(), server.port(), true);
            if (settings.tls().verifyHostName()) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
            }
            socket.setSoTimeout(millis());
            socket.startHandshake();
            socket.setSoTimeout(0);
            return socket;
        } catch (SocketTimeoutException e) {
            closeQuietly(raw);
            throw problem(AmiProblem.TIMEOUT, "no TLS handshake within " + millis() + " ms", e);
        } catch (IOException | NoSuchAlgorithmException e) {
            closeQuietly(raw);
            throw problem(AmiProblem.TLS, e.getMessage(), e);
        }
    }

    private int millis() {
        return (int) Math.max(1, settings.timeouts().connect().toMillis());
    }

    private AmiConnectException problem(AmiProblem problem, String what, Exception cause) {
        String where = "%s (%s:%d): ".formatted(server.name(), server.host(), server.port());
        return new AmiConnectException(problem, where + what, cause);
    }

    /** Closes a socket that is of no use any more. */
    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }
}
