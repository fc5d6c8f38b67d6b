# What a sender of one process per action starts: connects, logs in, sends one frame, reads the answer, logs off.
use strict;
use warnings;
use IO::Socket::INET;
my $ami = IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $ARGV[0], Proto => 'tcp', Timeout => 10) or exit 1;
$ami->autoflush(1);
<$ami>;

sub answer {
    my $response = '';
    while (my $line = <$ami>) {
        $line =~ s/[\r\n]+$//;
        last if $line eq '' && $response ne '';
        $response = $1 if $line =~ /^Response: (.*)/;
    }
    return $response;
}

print $ami "Action: Login\r\nUsername: $ENV{AMI_USER}\r\nSecret: $ENV{AMI_SECRET}\r\nEvents: off\r\n\r\n";
exit 2 if answer() ne 'Success';
print $ami $ENV{AMI_FRAME};
my $response = answer();
print $ami "Action: Logoff\r\n\r\n";
exit($response eq 'Success' ? 0 : 3);
