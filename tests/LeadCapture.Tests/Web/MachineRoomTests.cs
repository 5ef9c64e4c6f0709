using System.Net;
using LeadCapture.Web;

namespace LeadCapture.Tests.Web;

public class MachineRoomTests
{
    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("169.254.170.2")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::169.254.169.254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("febf::1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::a9fe:a9fe")]
    [InlineData("64:ff9b:1:a9fe:a9:fe00::")]
    [InlineData("64:ff9b::6464:64c8")]
    [InlineData("2002:a9fe:a9fe::1")]
    [InlineData("2001:0:1234::5601:5601")]
    [InlineData("2001:db8::5efe:169.254.169.254")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fd00:ec2::23")]
    [InlineData("fd20:ce::254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    public void Where_only_the_machine_may_ask_nobody_else_does(string address) =>
        Assert.True(MachineRoom.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("fd12:3456::1")]
    [InlineData("203.0.113.1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:cb00:7101::1")]
    [InlineData("64:ff9b::cb00:7101")]
    [InlineData("64:ff9b::10.0.0.1")]
    public void Private_networks_and_the_world_are_called(string address) =>
        Assert.False(MachineRoom.Has(IPAddress.Parse(address)));
}
