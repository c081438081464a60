using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SoundFoundry.Core.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RemoteAttempts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "requested_fallback",
                table: "jobs",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accepted_at",
                table: "attempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "awaits_answer",
                table: "attempts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "error_class",
                table: "attempts",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "expected_usd_micros",
                table: "attempts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "handle",
                table: "attempts",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "lost_at",
                table: "attempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reconciled_at",
                table: "attempts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "submits",
                table: "attempts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "token",
                table: "attempts",
                type: "uuid",
                nullable: false,
                defaultValueSql: "gen_random_uuid()");

            migrationBuilder.CreateTable(
                name: "provider_callbacks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    provider = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    token = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    request_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_callbacks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provider_probes",
                columns: table => new
                {
                    provider = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    ok = table.Column<bool>(type: "boolean", nullable: false),
                    code = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    error = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    probed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provider_probes", x => x.provider);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attempts_provider_request_id",
                table: "attempts",
                columns: new[] { "provider", "request_id" },
                unique: true,
                filter: "request_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_attempts_started_at",
                table: "attempts",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_attempts_token",
                table: "attempts",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attempts_unreconciled",
                table: "attempts",
                column: "provider",
                filter: "reconciled_at IS NULL AND outcome IN ('UNKNOWN', 'ABANDONED')");

            migrationBuilder.CreateIndex(
                name: "ix_provider_callbacks_provider_delivery_id",
                table: "provider_callbacks",
                columns: new[] { "provider", "delivery_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provider_callbacks_waiting",
                table: "provider_callbacks",
                column: "id",
                filter: "handled_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "provider_callbacks");

            migrationBuilder.DropTable(
                name: "provider_probes");

            migrationBuilder.DropIndex(
                name: "ix_attempts_provider_request_id",
                table: "attempts");

            migrationBuilder.DropIndex(
                name: "ix_attempts_started_at",
                table: "attempts");

            migrationBuilder.DropIndex(
                name: "ix_attempts_token",
                table: "attempts");

            migrationBuilder.DropIndex(
                name: "ix_attempts_unreconciled",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "requested_fallback",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "awaits_answer",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "error_class",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "expected_usd_micros",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "handle",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "lost_at",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "reconciled_at",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "submits",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "token",
                table: "attempts");
        }
    }
}
