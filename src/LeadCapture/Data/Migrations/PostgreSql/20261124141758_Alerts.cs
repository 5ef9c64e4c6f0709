using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace LeadCapture.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Alerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alert_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    smtp_host = table.Column<string>(type: "text", nullable: false),
                    smtp_port = table.Column<int>(type: "integer", nullable: false),
                    smtp_security = table.Column<int>(type: "integer", nullable: false),
                    smtp_user = table.Column<string>(type: "text", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    recipients = table.Column<string>(type: "text", nullable: false),
                    base_address = table.Column<string>(type: "text", nullable: false),
                    silence_minutes = table.Column<int>(type: "integer", nullable: false),
                    stuck_minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    silent_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    told_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_sent = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    last_error_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alerts", x => x.kind);
                });

            migrationBuilder.InsertData(
                table: "alert_settings",
                columns: new[] { "id", "base_address", "recipients", "sender", "silence_minutes", "smtp_host", "smtp_port", "smtp_security", "smtp_user", "stuck_minutes" },
                values: new object[] { 1, "", "", "", 60, "", 587, 0, "", 60 });

            migrationBuilder.InsertData(
                table: "alerts",
                columns: new[] { "kind", "last_error", "last_error_at", "last_sent", "silent_until", "told_until" },
                values: new object[,]
                {
                    { 0, null, null, null, null, null },
                    { 1, null, null, null, null, null },
                    { 2, null, null, null, null, null }
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert_settings");

            migrationBuilder.DropTable(
                name: "alerts");
        }
    }
}
