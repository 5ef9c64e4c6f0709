using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ChannelFaultAlert : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.InsertData(
                table: "alerts",
                columns: new[] { "kind", "last_error", "last_error_at", "last_sent", "silent_until", "told_until" },
                values: new object[] { 3, null, null, null, null, null });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DeleteData(
                table: "alerts",
                keyColumn: "kind",
                keyValue: 3);
        }
    }
}
